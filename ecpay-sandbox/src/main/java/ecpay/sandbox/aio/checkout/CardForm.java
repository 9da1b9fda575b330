package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.aio.AioChoice;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioOrder;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.payment.form.CardEntry;
import ecpay.sandbox.payment.form.FormRefused;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Request;
import java.time.YearMonth;

/** Reads what the buyer typed of a card, and the terms chosen with it. The number ends here. */
final class CardForm {
  /** The stage card whose bank knows the flexible instalments (README section 4). */
  private static final String FLEXIBLE_BANK = "493817";

  private final SandboxClock clock;

  CardForm(SandboxClock clock) {
    this.clock = clock;
  }

  AioChoice choice(AioOrder order, Request request) throws FormRefused {
    if (order.card().unionPay()) {
      return new AioChoice(AioMethod.CREDIT, "", "", "", CardOutcome.APPROVED, "", false, true);
    }
    var form = Json.object();
    for (var name : new String[] {"CardNumber", "CardExpiry", "CardCVV"}) {
      form.put(name, request.form(name).orElse(""));
    }
    var card = CardEntry.read(form, YearMonth.from(clock.now()));
    var instalment = request.form("Instalment").orElse("");
    if (!instalment.isEmpty() && !order.card().instalments().contains(instalment)) {
      throw new FormRefused("this number of instalments is not offered");
    }
    if (instalment.equals("30N") && !card.card6().equals(FLEXIBLE_BANK)) {
      throw new FormRefused("this card knows no flexible instalments");
    }
    var bonus = order.card().bonus() && request.form("Redeem").orElse("").equals("Y");
    return new AioChoice(
        AioMethod.CREDIT, "", card.card6(), card.card4(), card.outcome(), instalment, bonus, false);
  }
}
