package ecpay.adapter.http.statement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.reconciliation.Period;
import java.nio.file.Path;

/** The statement of ECPG by the day of settlement. An answer in an envelope is a refusal. */
record QueryTradeMedia(Period period) implements Operation<Path> {
  private static final String BY_SETTLEMENT_DATE = "1";

  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryTradeMedia";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("DateType", BY_SETTLEMENT_DATE)
        .put("BeginDate", WireTime.day(period.first()))
        .put("EndDate", WireTime.day(period.last()));
  }

  @Override
  public Answer<Path> read(Fields answer) {
    if (answer.isSuccess()) {
      throw new UnreadableException("an envelope in place of a file");
    }
    return answer.refusal();
  }
}
