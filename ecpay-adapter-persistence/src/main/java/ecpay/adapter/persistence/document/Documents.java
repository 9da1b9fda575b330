package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.notification.Notice;
import ecpay.domain.order.OrderContent;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.StepState;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Writes documents as JSON and reads them back as equal ones. Decimals keep every digit and times
 * every part of a second. Reading throws {@link IllegalStateException} for what cannot be read;
 * nothing of the document is in its message.
 */
public final class Documents {
  private Documents() {}

  public static String write(OrderContent content) {
    return Json.write(OrderContentJson.of(content));
  }

  public static OrderContent orderContent(String json) {
    return Json.read(json, OrderContentJson.class, OrderContentJson::content);
  }

  public static String write(InvoiceDocument document) {
    return Json.write(InvoiceDocumentJson.of(document));
  }

  public static InvoiceDocument invoiceDocument(String json) {
    return Json.read(json, InvoiceDocumentJson.class, InvoiceDocumentJson::document);
  }

  public static String write(List<Part> parts) {
    return Json.write(parts.stream().map(PartJson::of).toList());
  }

  public static List<Part> parts(String json) {
    return Json.read(
        json, PartJson[].class, parts -> Arrays.stream(parts).map(PartJson::part).toList());
  }

  public static String write(AllowanceDocument document) {
    return Json.write(AllowanceDocumentJson.of(document));
  }

  public static AllowanceDocument allowanceDocument(String json) {
    return Json.read(json, AllowanceDocumentJson.class, AllowanceDocumentJson::document);
  }

  public static String write(Notice notice) {
    return Json.write(NoticeJson.of(notice));
  }

  public static Notice notice(String json) {
    return Json.read(json, NoticeJson.class, NoticeJson::notice);
  }

  /** The tracks and alarms; whose, of which term and when they were seen is not written. */
  public static String write(SeenTracks seen) {
    return Json.write(SeenTracksJson.of(seen));
  }

  public static SeenTracks seenTracks(String json, MerchantId merchant, Term term, Instant at) {
    return Json.read(json, SeenTracksJson.class, seen -> seen.seen(merchant, term, at));
  }

  /** The first rows of a statement file that could not be read. */
  public static String writeUnreadable(List<Unreadable> rows) {
    return Json.write(rows.stream().map(UnreadableJson::of).toList());
  }

  public static List<Unreadable> unreadable(String json) {
    return Json.read(
        json,
        UnreadableJson[].class,
        rows -> Arrays.stream(rows).map(UnreadableJson::entry).toList());
  }

  /**
   * Something whose kind stands in a column of its own.
   *
   * @param body what else belongs to it
   */
  public record Kept(String kind, String body) {}

  public static String write(RefundWish wish) {
    return Json.write(RefundJson.WishJson.of(wish));
  }

  public static RefundWish refundWish(String json) {
    return Json.read(json, RefundJson.WishJson.class, RefundJson.WishJson::wish);
  }

  public static Kept write(RefundAct act) {
    return new Kept(RefundJson.kind(act), Json.write(RefundJson.ActJson.of(act)));
  }

  public static RefundAct refundAct(String kind, String json, Money amount) {
    return Json.read(json, RefundJson.ActJson.class, act -> act.act(kind, amount));
  }

  public static Kept write(StepState state) {
    return new Kept(RefundJson.kind(state), Json.write(RefundJson.StateJson.of(state)));
  }

  /**
   * @param begun when its refund began
   */
  public static StepState stepState(String kind, String json, Instant begun) {
    return Json.read(json, RefundJson.StateJson.class, state -> state.state(kind, begun));
  }
}
