package io.playledger.benchmarks;

import java.util.Collection;

/**
 * The same figure of several runs.
 *
 * @param median the middle one; of an even number of runs, the mean of the two in the middle
 */
record Spread(double median, double min, double max) {

  static Spread of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("A spread needs a figure");
    }
    int upper = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
