package ecpay.adapter.http.statement;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Request;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.reconciliation.Period;

/**
 * The statement of AIO by the day of payment, in UTF-8.
 *
 * @param format which columns it has: 2 gives the fees columns of their own (D-41)
 */
record TradeNoAio(Period period, int format) implements Request {
  private static final String BY_PAYMENT_DATE = "2";
  private static final String UTF_8 = "2";

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
        .put("MediaFormated", Integer.toString(format))
        .put("CharSet", UTF_8);
  }
}
