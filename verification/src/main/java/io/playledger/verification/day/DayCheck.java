package io.playledger.verification.day;

import java.util.List;

/** One section of the report. What it finds wrong goes to the findings; it returns lines. */
public interface DayCheck {

  String title();

  List<String> run(DayStage stage);
}
