package ecpay.sandbox.aio.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;

/** {@code /CreditDetail/QueryTrade/V2}: what the bank holds of one authorization, as JSON. */
final class CreditDetailQueryTrade implements FormOperation {
  /** The merchant checksum that the back office of this ECPay shows to every merchant. */
  static final long CHECK_CODE = 71_620_453;

  /** The amount differs, or the checksum. Only the text reaches the wire. */
  private static final int ERROR = 0;

  private final Ledger ledger;

  CreditDetailQueryTrade(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/CreditDetail/QueryTrade/V2";
  }

  @Override
  public String name() {
    return "CreditDetail/QueryTrade";
  }

  @Override
  public Reply perform(FormCall call) {
    var fields = call.fields();
    var gwsr = fields.requiredWhole("CreditRefundId", 1, Long.MAX_VALUE);
    var amount = fields.requiredWhole("CreditAmount", 1, Integer.MAX_VALUE);
    if (fields.requiredWhole("CreditCheckCode", 0, Long.MAX_VALUE) != CHECK_CODE) {
      throw new Refusal(ERROR, "error");
    }
    var answer =
        ledger
            .authorizations()
            .withGwsr(gwsr)
            .filter(a -> a.charge().merchantId().equals(call.merchantId()))
            .orElseThrow(() -> new Refusal(ERROR, "error_nopay"));
    if (answer.charge().amount() != amount) {
      throw new Refusal(ERROR, "error");
    }
    var reply = Json.object().put("RtnMsg", "");
    reply.set("RtnValue", value(answer, ledger.switches().chineseCardStates()));
    return Reply.json(200, reply);
  }

  private static ObjectNode value(Authorization answer, boolean chinese) {
    var value =
        Json.object()
            .put("TradeID", answer.gwsr())
            .put("amount", answer.charge().amount())
            .put("clsamt", answer.captured())
            .put("authtime", answer.authorizedAt().format(Formats.PAYMENT_TIME))
            .put("status", word(answer.state(), chinese));
    var records = value.putArray("close_data");
    for (var close : answer.closes()) {
      records
          .addObject()
          .put("status", word(close.state(), chinese))
          .put("sno", Long.toString(close.serial()))
          .put("amount", close.amount())
          .put("datetime", close.at().format(Formats.PAYMENT_TIME));
    }
    return value;
  }

  /** AIO says "settle" where ECPG says "capture". */
  private static String word(CardState state, boolean chinese) {
    if (chinese) {
      return state.chinese();
    }
    return switch (state) {
      case TO_BE_CAPTURED -> "To be settled";
      case CAPTURED -> "Settled";
      case AUTHORIZED,
          UNAUTHORIZED,
          CANCELED,
          REFUSED_BY_BANK,
          SETTLING,
          TO_BE_CANCELED,
          CANCELLATION_IN_PROCESS,
          OPERATION_CANCELLED ->
          state.english();
    };
  }

  /** An unknown merchant is {@code error_Stop}; every failure has an empty RtnValue. */
  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    var known = refusal.code() == ERROR ? refusal.message() : "error";
    var answer = Json.object().put("RtnMsg", signer.isEmpty() ? "error_Stop" : known);
    answer.putObject("RtnValue");
    return Reply.json(200, answer);
  }
}
