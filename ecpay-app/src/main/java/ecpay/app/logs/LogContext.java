package ecpay.app.logs;

/** The keys of what every log line carries (SLF4J's MDC). */
public final class LogContext {
  /** Brings the lines of one request or one job together. */
  public static final String CORRELATION_ID = "correlationId";

  /** Whose affair it is. */
  public static final String MERCHANT = "merchant";

  private LogContext() {}
}
