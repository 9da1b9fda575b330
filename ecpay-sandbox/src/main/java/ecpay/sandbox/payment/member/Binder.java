package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.Binding;
import ecpay.sandbox.ledger.member.BoundCard;
import ecpay.sandbox.wire.Envelope;
import ecpay.sandbox.wire.Json;

/** The end of a binding, and how it is told (CB-04). Nothing is charged. */
final class Binder {
  private final Ledger ledger;
  private final SandboxClock clock;

  Binder(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void bind(Binding binding) {
    var terms = binding.terms();
    var card =
        new BoundCard(
            RandomIds.next(),
            terms.merchantId(),
            terms.memberId(),
            terms.merchantTradeNo(),
            binding.card6(),
            binding.card4(),
            binding.outcome(),
            clock.now());
    ledger.boundCards().add(card);
    binding.bound(card);
  }

  /** The Data of the result: with a BindCardID, or with the code of the failure. */
  ObjectNode result(Binding binding) {
    var terms = binding.terms();
    var data =
        Json.object()
            .put("RtnCode", binding.card().isPresent() ? 1 : binding.failureCode())
            .put("RtnMsg", message(binding))
            .put("PlatformID", terms.platformId())
            .put("MerchantID", terms.merchantId())
            .put("MerchantMemberID", terms.memberId());
    binding.card().ifPresent(card -> data.put("BindCardID", card.bindCardId()));
    data.putObject("CardInfo")
        .put("Card6No", binding.card6())
        .put("Card4No", binding.card4())
        .put("IssuingBank", "沙盒銀行")
        .put("IssuingBankCode", "822");
    data.putObject("OrderInfo")
        .put("MerchantTradeNo", terms.merchantTradeNo())
        .put("TradeAmt", terms.amount())
        .put("TradeDate", binding.begunAt().map(t -> t.format(Formats.PAYMENT_TIME)).orElse(""));
    return data.put("CustomField", terms.customField());
  }

  private static String message(Binding binding) {
    if (binding.card().isPresent()) {
      return "Success";
    }
    return binding.failureCode() == Codes.CARD_REFUSED
        ? "Card refused by the issuing bank."
        : "3-D Secure failed.";
  }

  /** The envelope that goes to OrderResultURL with the buyer's browser. */
  String resultData(Binding binding) {
    var signer = binding.terms().signer();
    return Json.write(Envelope.sealed(signer, signer.id(), "", clock.seconds(), result(binding)));
  }
}
