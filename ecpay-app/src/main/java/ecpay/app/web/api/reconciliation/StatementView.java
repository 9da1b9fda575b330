package ecpay.app.web.api.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.ApplyingCommand;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Report.Stage;
import ecpay.domain.reconciliation.Reports.Count;
import ecpay.domain.reconciliation.StatementBooks.BookedFee;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reports, differences and fees as the API shows them. */
final class StatementView {
  private StatementView() {}

  static ObjectNode of(Report report, Map<Count, Long> counts) {
    Report.Sums sums = report.sums();
    ObjectNode view =
        object()
            .put("id", report.id().value())
            .put("file", report.file().name())
            .put("from", report.period().first().toString())
            .put("to", report.period().last().toString());
    stage(view, report.stage());
    view.putObject("totals")
        .put("lines", sums.lines())
        .put("paid", sums.paid())
        .put("refunded", sums.refunded())
        .put("fees", sums.fees())
        .put("unreadable", sums.unreadable());
    ArrayNode examples = view.putArray("unreadable");
    sums.examples()
        .forEach(row -> examples.addObject().put("row", row.row()).put("reason", row.reason()));
    ArrayNode differences = view.putArray("counts");
    counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Count, Long> count) -> count.getKey().kind())
                .thenComparing(count -> count.getKey().state()))
        .forEach(count ->
            differences
                .addObject()
                .put("kind", Words.of(count.getKey().kind()))
                .put("state", Words.of(count.getKey().state()))
                .put("count", count.getValue()));
    return view;
  }

  private static void stage(ObjectNode view, Stage stage) {
    switch (stage) {
      case Stage.Requested(Instant since, String trouble) ->
          stage(view, "requested", since, trouble);
      case Stage.Reading(Instant since, Instant _) -> stage(view, "reading", since, "");
      case Stage.Compared(Instant at) -> stage(view, "compared", at, "");
      case Stage.GivenUp(Instant at, String reason) -> stage(view, "given_up", at, reason);
    }
  }

  private static void stage(ObjectNode view, String stage, Instant since, String trouble) {
    view.put("stage", stage).put("since", Times.iso(since));
    if (!trouble.isEmpty()) {
      view.put("trouble", trouble);
    }
  }

  static ObjectNode of(KeptDifference kept) {
    Difference difference = kept.difference();
    Subject about = difference.about();
    ObjectNode view =
        object()
            .put("id", kept.id().value())
            .put("report", kept.report().value())
            .put("kind", Words.of(difference.kind()))
            .put("state", Words.of(kept.state()))
            .put("tradeNo", about.tradeNo());
    about.order().ifPresent(order -> view.put("order", order.value()));
    about.payment().ifPresent(payment -> view.put("payment", payment.value()));
    switch (difference) {
      case MissingHere(Subject _, long there) -> view.put("there", there);
      case MissingThere(Subject _, long here, boolean _) -> view.put("here", here);
      case AmountDiffers(Subject _, long here, long there) ->
          view.put("here", here).put("there", there);
      case FeeDiffers(Subject _, BigDecimal expected, BigDecimal billed) ->
          view.put("here", expected).put("there", billed);
      case StatusDiffers(Subject _, Status status, long here, long there) ->
          view.put("status", Words.of(status)).put("here", here).put("there", there);
    }
    view.put("action", Words.of(difference.action())).put("advice", difference.action().advice());
    if (kept.state() == KeptDifference.State.OPEN) {
      view.put("command", ApplyingCommand.of(kept));
    }
    view.put("foundAt", Times.iso(kept.foundAt()));
    kept.endedAt().ifPresent(at -> view.put("endedAt", Times.iso(at)));
    if (!kept.note().isEmpty()) {
      view.put("note", kept.note());
    }
    return view;
  }

  static ArrayNode of(List<BookedFee> fees) {
    ArrayNode view = JsonNodeFactory.instance.arrayNode();
    for (BookedFee fee : fees) {
      ObjectNode row =
          view.addObject()
              .put("file", fee.file().name())
              .put("amount", fee.amount())
              .put("billed", fee.billed());
      fee.expected().ifPresent(expected -> row.put("expected", expected));
      row.put("bookedAt", Times.iso(fee.bookedAt()));
    }
    return view;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
