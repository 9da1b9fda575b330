package ecpay.domain.transaction;

/**
 * The books cannot be asked at the moment: they are down, stalled or busy beyond every wait. What
 * was asked for may be asked for again; only of a commit that was cut off is it unknown whether it
 * was done, and then the books show it once they answer.
 */
public final class BooksUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BooksUnavailableException(Throwable cause) {
    super("the books do not answer", cause);
  }
}
