package ecpay.sandbox.ledger.period;

/** The unit of a period, with the limits of R-ORD-15. */
public enum PeriodType {
  /** Days. */
  D(365, 999),
  /** Months. */
  M(12, 999),
  /** Years. */
  Y(1, 99);

  private final int longestFrequency;
  private final int mostTimes;

  PeriodType(int longestFrequency, int mostTimes) {
    this.longestFrequency = longestFrequency;
    this.mostTimes = mostTimes;
  }

  public int longestFrequency() {
    return longestFrequency;
  }

  public int mostTimes() {
    return mostTimes;
  }
}
