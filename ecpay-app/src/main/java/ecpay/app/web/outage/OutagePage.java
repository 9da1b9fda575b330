package ecpay.app.web.outage;

/**
 * What a page says while the books do not answer.
 *
 * @param seconds after which it is worth while to look again
 * @param correlationId what the log lines of this request bear
 */
public record OutagePage(int seconds, String correlationId) {}
