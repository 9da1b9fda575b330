package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.StepState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a refund is made of: the wish, and of each step its act and how far it has come. */
final class RefundJson {
  private RefundJson() {}

  record LineJson(int line, @Nullable BigDecimal quantity, @Nullable Long amount) {
    static LineJson of(ReturnedLine line) {
      return new LineJson(
          line.sequence(),
          line.quantity().map(Quantity::value).orElse(null),
          line.amount().map(Money::twd).orElse(null));
    }

    ReturnedLine returned() {
      return new ReturnedLine(
          line,
          Optional.ofNullable(quantity).map(Quantity::new),
          Optional.ofNullable(amount).map(Money::of));
    }
  }

  private static List<LineJson> lines(List<ReturnedLine> lines) {
    return lines.stream().map(LineJson::of).toList();
  }

  private static List<ReturnedLine> returned(@Nullable List<LineJson> lines) {
    return Optional.ofNullable(lines).orElseThrow().stream().map(LineJson::returned).toList();
  }

  /**
   * @param goods EVERYTHING, LINES or AMOUNT
   */
  record WishJson(
      String goods,
      @Nullable String invoice,
      @Nullable List<LineJson> lines,
      @Nullable Long amount,
      @Nullable ConsentJson consent,
      @Nullable String customerName,
      String reason) {
    static WishJson of(RefundWish wish) {
      ConsentJson consent = wish.consent().map(ConsentJson::of).orElse(null);
      String name = wish.customerName().orElse(null);
      String reason = wish.reason().value();
      return switch (wish.goods()) {
        case Goods.Everything() ->
            new WishJson("EVERYTHING", null, null, null, consent, name, reason);
        case Goods.Lines(Optional<InvoiceId> invoice, List<ReturnedLine> lines) ->
            new WishJson(
                "LINES", id(invoice), RefundJson.lines(lines), null, consent, name, reason);
        case Goods.Amount(Optional<InvoiceId> invoice, Money amount) ->
            new WishJson("AMOUNT", id(invoice), null, amount.twd(), consent, name, reason);
      };
    }

    private static @Nullable String id(Optional<InvoiceId> invoice) {
      return invoice.map(InvoiceId::value).orElse(null);
    }

    RefundWish wish() {
      return new RefundWish(
          read(),
          Optional.ofNullable(consent).map(ConsentJson::consent),
          Optional.ofNullable(customerName),
          new VoidReason(reason));
    }

    private Goods read() {
      Optional<InvoiceId> named = Optional.ofNullable(invoice).map(InvoiceId::new);
      return switch (goods) {
        case "EVERYTHING" -> new Goods.Everything();
        case "LINES" -> new Goods.Lines(named, returned(lines));
        case "AMOUNT" ->
            new Goods.Amount(named, Money.of(Optional.ofNullable(amount).orElseThrow()));
        default -> throw Json.unknownKind("goods", goods);
      };
    }
  }

  /** The name of an act in the books. */
  static String kind(RefundAct act) {
    return switch (act) {
      case RefundAct.Abandon _ -> "ABANDON";
      case RefundAct.CancelCapture _ -> "CANCEL_CAPTURE";
      case RefundAct.RefundCard _ -> "REFUND_CARD";
      case RefundAct.PayByHand _ -> "PAY_BY_HAND";
      case RefundAct.VoidInvoice _ -> "VOID_INVOICE";
      case RefundAct.IssueAllowance _ -> "ISSUE_ALLOWANCE";
      case RefundAct.CancelScheduledInvoice _ -> "CANCEL_SCHEDULED_INVOICE";
      case RefundAct.Withhold _ -> "WITHHOLD";
    };
  }

  /** What an act is about, besides its kind and amount. */
  record ActJson(
      @Nullable String invoice,
      @Nullable List<LineJson> lines,
      @Nullable ConsentJson consent,
      @Nullable String customerName,
      @Nullable String paymentType) {
    private static final ActJson NOTHING = new ActJson(null, null, null, null, null);

    static ActJson of(RefundAct act) {
      return switch (act) {
        case RefundAct.Abandon _,
            RefundAct.CancelCapture _,
            RefundAct.RefundCard _,
            RefundAct.Withhold _ ->
            NOTHING;
        case RefundAct.PayByHand byHand ->
            new ActJson(null, null, null, null, byHand.paymentType());
        case RefundAct.VoidInvoice voiding ->
            new ActJson(voiding.invoice().value(), null, null, null, null);
        case RefundAct.CancelScheduledInvoice cancelling ->
            new ActJson(cancelling.invoice().value(), null, null, null, null);
        case RefundAct.IssueAllowance allowance ->
            new ActJson(
                allowance.invoice().value(),
                RefundJson.lines(allowance.lines()),
                ConsentJson.of(allowance.consent()),
                allowance.customerName().orElse(null),
                null);
      };
    }

    RefundAct act(String kind, Money amount) {
      return switch (kind) {
        case "ABANDON" -> new RefundAct.Abandon(amount);
        case "CANCEL_CAPTURE" -> new RefundAct.CancelCapture(amount);
        case "REFUND_CARD" -> new RefundAct.RefundCard(amount);
        case "PAY_BY_HAND" ->
            new RefundAct.PayByHand(amount, Optional.ofNullable(paymentType).orElseThrow());
        case "VOID_INVOICE" -> new RefundAct.VoidInvoice(id(), amount);
        case "CANCEL_SCHEDULED_INVOICE" -> new RefundAct.CancelScheduledInvoice(id(), amount);
        case "ISSUE_ALLOWANCE" ->
            new RefundAct.IssueAllowance(
                id(),
                returned(lines),
                amount,
                Optional.ofNullable(consent).orElseThrow().consent(),
                Optional.ofNullable(customerName));
        case "WITHHOLD" -> new RefundAct.Withhold(amount);
        default -> throw Json.unknownKind("act", kind);
      };
    }

    private InvoiceId id() {
      return new InvoiceId(Optional.ofNullable(invoice).orElseThrow());
    }
  }

  /** The name of a state in the books. */
  static String kind(StepState state) {
    return switch (state) {
      case StepState.Due _ -> "DUE";
      case StepState.Waiting _ -> "WAITING";
      case StepState.Sent _ -> "SENT";
      case StepState.Lost _ -> "LOST";
      case StepState.Done _ -> "DONE";
      case StepState.Failed _ -> "FAILED";
    };
  }

  record ByHandJson(String by, String at, String bankReference, String note) {}

  /** What a state holds, besides its kind. */
  record StateJson(
      @Nullable String at,
      @Nullable Long refunded,
      @Nullable Boolean resendable,
      @Nullable String text,
      @Nullable String code,
      @Nullable ByHandJson byHand) {

    static StateJson of(StepState state) {
      return switch (state) {
        case StepState.Due() -> new StateJson(null, null, null, null, null, null);
        case StepState.Waiting(String on, Instant since) ->
            new StateJson(since.toString(), null, null, on, null, null);
        case StepState.Sent(Instant at, Money refunded) ->
            new StateJson(at.toString(), refunded.twd(), null, null, null, null);
        case StepState.Lost(Instant at, Money refunded, boolean resendable) ->
            new StateJson(at.toString(), refunded.twd(), resendable, null, null, null);
        case StepState.Done(Instant at, Optional<PaidByHand> byHand) ->
            new StateJson(
                at.toString(),
                null,
                null,
                null,
                null,
                byHand
                    .map(paid ->
                        new ByHandJson(
                            paid.by(), paid.at().toString(), paid.bankReference(), paid.note()))
                    .orElse(null));
        case StepState.Failed(String code, String message) ->
            new StateJson(null, null, null, message, code, null);
      };
    }

    /**
     * @param begun when its refund began: a node of the version before V22_1 writes not since when
     *     a step waits, and counts from then
     */
    StepState state(String kind, Instant begun) {
      return switch (kind) {
        case "DUE" -> new StepState.Due();
        case "WAITING" ->
            new StepState.Waiting(
                Optional.ofNullable(text).orElseThrow(),
                Optional.ofNullable(at).map(Instant::parse).orElse(begun));
        case "SENT" -> new StepState.Sent(time(), money());
        case "LOST" ->
            new StepState.Lost(time(), money(), Optional.ofNullable(resendable).orElseThrow());
        case "DONE" ->
            new StepState.Done(
                time(),
                Optional.ofNullable(byHand)
                    .map(paid ->
                        new PaidByHand(
                            paid.by(),
                            Instant.parse(paid.at()),
                            paid.bankReference(),
                            paid.note())));
        case "FAILED" ->
            new StepState.Failed(
                Optional.ofNullable(code).orElseThrow(), Optional.ofNullable(text).orElseThrow());
        default -> throw Json.unknownKind("state of a step", kind);
      };
    }

    private Instant time() {
      return Instant.parse(Optional.ofNullable(at).orElseThrow());
    }

    private Money money() {
      return Money.of(Optional.ofNullable(refunded).orElseThrow());
    }
  }
}
