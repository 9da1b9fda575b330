package ecpay.sandbox.counter;

import ecpay.sandbox.control.Body;
import ecpay.sandbox.counter.Till.Deed;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.util.List;

/**
 * {@code POST /sandbox/trades/{MerchantTradeNo}/pay}: plays the buyer at the bank or the store;
 * with {@code {"simulated": true}} the back office's simulated payment, with {@code {"refused":
 * true}} the lender's no.
 */
final class PayHook {
  private static final String PREFIX = "/sandbox/trades/";
  private static final List<String> NAMES = List.of("simulated", "refused");
  private static final String SUFFIX = "/pay";

  private final Ledger ledger;
  private final List<Till> tills;

  PayHook(Ledger ledger, List<Till> tills) {
    this.ledger = ledger;
    this.tills = tills;
  }

  void open(Router router) {
    router.under(
        "POST",
        PREFIX,
        request -> Body.answer(request, NAMES, body -> ledger.act(() -> pay(request, body))));
  }

  private Reply pay(Request request, Body body) {
    var rest = request.after(PREFIX);
    if (!rest.endsWith(SUFFIX)) {
      return Reply.problem(404, "there is only /sandbox/trades/{MerchantTradeNo}/pay");
    }
    var number = rest.substring(0, rest.length() - SUFFIX.length());
    for (var till : tills) {
      var receipt = till.act("", number, deed(body));
      if (receipt.isPresent()) {
        return reply(number, receipt.get());
      }
    }
    return Reply.problem(404, "there is no trade " + number);
  }

  private static Deed deed(Body body) {
    if (body.flag("simulated", false)) {
      return Deed.SIMULATE;
    }
    return body.flag("refused", false) ? Deed.REFUSE : Deed.PAY;
  }

  private static Reply reply(String number, Till.Receipt receipt) {
    return receipt.done()
        ? Reply.json(
            200, Json.object().put("merchantTradeNo", number).put("status", receipt.words()))
        : Reply.problem(409, receipt.words());
  }
}
