package ecpay.sandbox.wire;

/** In front of every operation: planned faults strike here, and the journal notes the exchange. */
public final class Door {
  private static final String GARBAGE =
      "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Bad Gateway</h1></body></html>";

  private final Faults faults;
  private final Journal journal;

  public Door(Faults faults, Journal journal) {
    this.faults = faults;
    this.journal = journal;
  }

  /** What stands behind the door for one request. */
  public interface Inside {
    /** Acts and answers. */
    Reply answer(Journal.Entry entry);

    /** Answers without content, for TRANS_CODE and EMPTY_DATA; nothing acts. */
    Reply hollow(FaultKind kind, Journal.Entry entry);
  }

  /** Lets one request for this operation in, unless a fault strikes. */
  public Reply enter(String operation, String path, Inside inside) {
    var entry = journal.open(Journal.Direction.IN, operation).url(path);
    var fault = faults.take(operation);
    if (fault.isEmpty()) {
      return written(entry, inside.answer(entry));
    }
    var kind = fault.get().kind();
    entry.fault(kind);
    if (!waited(fault.get().delayMillis())) {
      return written(entry, new Reply.Broken());
    }
    var reply =
        switch (kind) {
          case LOST_ANSWER -> {
            inside.answer(entry);
            yield new Reply.Broken();
          }
          case LOST_REQUEST -> new Reply.Broken();
          case DELAY -> inside.answer(entry);
          case HTTP_403 -> Reply.html(403, "<html><body><h1>403 Forbidden</h1></body></html>");
          case HTTP_500 -> Reply.plain(500, "Internal Server Error");
          case GARBAGE -> Reply.html(200, GARBAGE);
          case TRANS_CODE, EMPTY_DATA -> inside.hollow(kind, entry);
        };
    return written(entry, reply);
  }

  private static Reply written(Journal.Entry entry, Reply reply) {
    entry.write(
        switch (reply) {
          case Reply.Answer answer -> answer.status();
          case Reply.Streamed _ -> 200;
          case Reply.Broken _ -> 0;
        });
    return reply;
  }

  private static boolean waited(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
