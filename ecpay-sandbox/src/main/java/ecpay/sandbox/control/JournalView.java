package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/journal?after=N}: what went over the wire, oldest first, 1,000 at a time. */
final class JournalView {
  private final Journal journal;

  JournalView(Journal journal) {
    this.journal = journal;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/journal", Query.handler(List.of("after"), this::show));
  }

  private ObjectNode show(Query query) {
    var answer = Json.object();
    answer.putArray("exchanges").addAll(journal.after(query.whole("after", 0)));
    return answer;
  }
}
