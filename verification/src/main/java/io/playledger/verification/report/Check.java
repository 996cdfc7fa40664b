package io.playledger.verification.report;

import java.util.List;

/** One part of the report. What it finds wrong goes to the findings; it comes back with lines. */
interface Check {

  String title();

  List<String> run(Evidence evidence);
}
