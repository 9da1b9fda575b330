package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.Binding;
import ecpay.sandbox.payment.form.CardEntry;
import ecpay.sandbox.payment.form.FormDesk;
import ecpay.sandbox.payment.form.FormRefused;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.time.YearMonth;
import java.util.List;

/** What stands behind the embedded binding form: it turns a card into a BindCardPayToken. */
final class BindDesk {
  private static final List<String> NAMES = List.of("Token", "CardNumber", "CardExpiry", "CardCVV");

  private final Ledger ledger;
  private final SandboxClock clock;

  BindDesk(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router, Journal journal) {
    FormDesk.open(router, journal, "GET", "/sandbox/bind-form", "BindForm", this::form);
    FormDesk.open(router, journal, "POST", "/sandbox/bind-token", "BindToken", this::payToken);
  }

  private ObjectNode form(Request request, Journal.Entry entry) throws FormRefused {
    var binding = live(request.parameter("token").orElse(""));
    var offer = Json.object().put("MerchantTradeNo", binding.terms().merchantTradeNo());
    entry.answerData(offer);
    return offer;
  }

  private ObjectNode payToken(Request request, Journal.Entry entry) throws FormRefused {
    var form = FormDesk.body(request, NAMES);
    var binding = live(form.path("Token").asText(""));
    var card = CardEntry.read(form, YearMonth.from(clock.now()));
    var payToken = RandomIds.next();
    ledger.act(() -> {
      binding.fillIn(card.card6(), card.card4(), card.outcome());
      ledger.bindings().offer(payToken, binding);
      return payToken;
    });
    var answer = Json.object().put("BindCardPayToken", payToken);
    entry
        .requestData(Json.object().put("Card6No", card.card6()).put("Card4No", card.card4()))
        .answerData(answer);
    return answer;
  }

  private Binding live(String token) throws FormRefused {
    var binding =
        ledger
            .act(() -> ledger.bindings().withToken(token))
            .orElseThrow(() -> new FormRefused("Token is unknown"));
    if (binding.isExpired(clock.instant())) {
      throw new FormRefused("Token has expired, 10 minutes after GetTokenbyBindingCard");
    }
    if (ledger.act(binding::status) != Binding.Status.TOKEN_GIVEN) {
      throw new FormRefused("Token was used");
    }
    return binding;
  }
}
