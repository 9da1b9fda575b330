package ecpay.domain.track;

/** What can be done to a track: ECPay's InvoiceStatus of UpdateInvoiceWordStatus (D-13). */
public enum TrackSwitch {
  DISABLE(0, TrackStatus.DISABLED),
  PAUSE(1, TrackStatus.PAUSED),
  ENABLE(2, TrackStatus.IN_USE);

  private final int code;
  private final TrackStatus leadsTo;

  TrackSwitch(int code, TrackStatus leadsTo) {
    this.code = code;
    this.leadsTo = leadsTo;
  }

  /** ECPay's number, 0 to 2. */
  public int code() {
    return code;
  }

  /** The status of a track after it was switched so. */
  public TrackStatus leadsTo() {
    return leadsTo;
  }
}
