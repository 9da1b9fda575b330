package ecpay.adapter.http.card;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Operation;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway.Acted;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import java.util.Iterator;

/** CreditDetail/DoAction: captures, refunds, takes a capture back or abandons, on AIO. */
record AioDoAction(MerchantTradeNo tradeNo, String ecpayTradeNo, CardAction action, Money amount)
    implements Operation<Acted> {
  @Override
  public String name() {
    return "DoAction";
  }

  @Override
  public String path() {
    return "/CreditDetail/DoAction";
  }

  @Override
  public Signature signature() {
    return Signature.OPTIONAL;
  }

  @Override
  public void write(Form form) {
    form.put("MerchantTradeNo", tradeNo.value())
        .put("TradeNo", ecpayTradeNo)
        .put("Action", action.letter())
        .put("TotalAmount", amount.twd());
  }

  @Override
  public Answer<Acted> read(Fields answer) {
    Fields fields = answer.has("RtnCode") ? answer : bare(answer);
    if (!fields.isSuccess()) {
      return fields.refusal();
    }
    fields.demandSame("MerchantTradeNo", tradeNo.value());
    return new Answer.Accepted<>(new Acted());
  }

  /** {@code RtnCode|RtnMsg}, which was read as a form of one nameless field (D-33). */
  private static Fields bare(Fields answer) {
    Iterator<String> names = answer.object().fieldNames();
    String[] parts = names.hasNext() ? names.next().split("\\|", 2) : new String[0];
    Fields fields = Fields.empty();
    if (parts.length == 2) {
      fields.object().put("RtnCode", parts[0]).put("RtnMsg", parts[1]);
    }
    return fields;
  }
}
