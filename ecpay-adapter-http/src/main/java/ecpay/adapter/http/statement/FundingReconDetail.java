package ecpay.adapter.http.statement;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Request;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.reconciliation.Period;

/** What was captured from cards and given back, by the day on which the bank booked it. */
record FundingReconDetail(Period period) implements Request {
  private static final String BY_CAPTURE_DATE = "close";
  private static final String UTF_8 = "2";

  @Override
  public String path() {
    return "/CreditDetail/FundingReconDetail";
  }

  @Override
  public void write(Form form) {
    form.put("PayDateType", BY_CAPTURE_DATE)
        .put("StartDate", WireTime.day(period.first()))
        .put("EndDate", WireTime.day(period.last()))
        .put("CharSet", UTF_8);
  }
}
