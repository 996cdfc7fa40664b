package io.playledger.verification.day;

import java.util.List;

/** One section of the report. It adds errors to the findings and returns lines. */
public interface DayCheck {

  String title();

  List<String> run(DayStage stage);
}
