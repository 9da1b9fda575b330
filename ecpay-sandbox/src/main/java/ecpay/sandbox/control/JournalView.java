package ecpay.sandbox.control;

import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/** {@code /sandbox/journal?after=N}: what went over the wire, oldest first, 1,000 at a time. */
final class JournalView {
  private final Journal journal;

  JournalView(Journal journal) {
    this.journal = journal;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/journal", this::show);
  }

  private Reply show(Request request) {
    long after;
    try {
      after = Long.parseLong(request.parameter("after").orElse("0"));
    } catch (NumberFormatException e) {
      return Reply.problem(400, "after must be a whole number");
    }
    var answer = Json.object();
    answer.putArray("exchanges").addAll(journal.after(after));
    return Reply.json(200, answer);
  }
}
