package ecpay.adapter.http.statement;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Request;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.reconciliation.Period;

/**
 * The statement of AIO by the day of payment, with the fees in columns of their own (D-41), in
 * UTF-8.
 */
record TradeNoAio(Period period) implements Request {
  private static final String BY_PAYMENT_DATE = "2";
  private static final String UTF_8 = "2";
  private static final String FEES_APART = "2";

  @Override
  public Host host() {
    return Host.VENDOR;
  }

  @Override
  public String path() {
    return "/PaymentMedia/TradeNoAio";
  }

  @Override
  public void write(Form form) {
    form.put("DateType", BY_PAYMENT_DATE)
        .put("BeginDate", WireTime.day(period.first()))
        .put("EndDate", WireTime.day(period.last()))
        .put("MediaFormated", FEES_APART)
        .put("CharSet", UTF_8);
  }
}
