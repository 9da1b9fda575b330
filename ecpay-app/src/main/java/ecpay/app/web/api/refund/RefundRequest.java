package ecpay.app.web.api.refund;

import ecpay.app.web.api.allowance.AllowanceRequest;
import ecpay.app.web.api.allowance.ConsentRequest;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.money.Money;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.PlanDigest;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundWish;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code POST .../refunds} asks for.
 *
 * @param plan the digest of the plan that a dry run showed, if only that plan is to be carried out
 */
record RefundRequest(RefundReference reference, RefundWish wish, Optional<PlanDigest> plan) {
  private static final RefundReference SOME_REFERENCE = new RefundReference("stand-in");
  private static final VoidReason USUAL_REASON = new VoidReason("customer return");

  static RefundRequest read(
      JsonFields request,
      Optional<EmailAddress> buyersEmail,
      CallbackUrl consentReturn,
      Instant now) {
    RefundReference reference =
        request.requiredText("reference", RefundReference::new, SOME_REFERENCE);
    Goods goods = goods(request);
    var consent = ConsentRequest.read(request, buyersEmail, consentReturn, now);
    Optional<String> customerName = request.text("customerName");
    VoidReason reason = request.text("reason", VoidReason::new, USUAL_REASON).orElse(USUAL_REASON);
    return new RefundRequest(
        reference,
        new RefundWish(goods, consent, customerName, reason),
        request.text("plan").map(PlanDigest::new));
  }

  private static Goods goods(JsonFields request) {
    Optional<InvoiceId> invoice = request.text("invoice", InvoiceId::new, new InvoiceId("STANDIN"));
    long given = Stream.of("everything", "lines", "amount").filter(request::has).count();
    if (given != 1) {
      request.refuse("everything", "give exactly one of everything: true, lines, and amount");
    }
    if (request.has("lines")) {
      var lines = request.objects("lines").stream().map(AllowanceRequest::line).toList();
      return request.build(() -> new Goods.Lines(invoice, lines), new Goods.Everything());
    }
    if (request.has("amount")) {
      Money amount = request.requiredWhole("amount", Money::new, Money.of(1));
      return request.build(() -> new Goods.Amount(invoice, amount), new Goods.Everything());
    }
    if (request.has("everything") && !request.requiredFlag("everything")) {
      request.refuse("everything", "true, or give lines or amount");
    }
    if (invoice.isPresent()) {
      request.refuse("invoice", "belongs to lines or amount");
    }
    return new Goods.Everything();
  }

  /** What {@code POST /refunds/{id}/paid-by-hand} says. */
  static PaidByHand paidByHand(JsonFields request, Instant now) {
    String by = request.requiredText("by", "stand-in");
    Instant at = request.text("paidAt").map(text -> time(request, text, now)).orElse(now);
    String bankReference = request.requiredText("bankReference", "stand-in");
    String note = request.text("note").orElse("");
    return request.build(
        () -> new PaidByHand(by, at, bankReference, note),
        new PaidByHand("stand-in", now, "stand-in", ""));
  }

  private static Instant time(JsonFields request, String text, Instant now) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (at.isAfter(now)) {
        request.refuse("paidAt", "R-CAP-09", "what is still to be paid is not paid");
      }
      return at;
    } catch (DateTimeException _) {
      request.refuse("paidAt", "a time with its offset, such as 2026-11-21T12:00:00+08:00");
      return now;
    }
  }
}
