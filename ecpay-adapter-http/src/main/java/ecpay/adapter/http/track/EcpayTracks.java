package ecpay.adapter.http.track;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackSwitch;
import java.util.List;

/** The table of ECPay's operations on number tracks, called with the invoice account. */
public final class EcpayTracks implements TrackGateway {
  private final EcpayApi api;
  private final String addOperation;
  private final String switchOperation;

  /**
   * @param addOperation what ECPay calls AddInvoiceWordSetting (D-12)
   * @param switchOperation what ECPay calls UpdateInvoiceWordStatus (D-13)
   */
  public EcpayTracks(EcpayApi api, String addOperation, String switchOperation) {
    this.api = api;
    this.addOperation = addOperation;
    this.switchOperation = switchOperation;
  }

  @Override
  public Answer<List<Allotment>> getGovInvoiceWordSetting(Merchant merchant, int rocYear) {
    return api.call(merchant.invoices(), new GetGovInvoiceWordSetting(rocYear));
  }

  @Override
  public Answer<TrackId> addInvoiceWordSetting(Merchant merchant, Allotment allotment) {
    return api.call(merchant.invoices(), new AddInvoiceWordSetting(allotment, addOperation));
  }

  @Override
  public Answer<Switched> updateInvoiceWordStatus(
      Merchant merchant, TrackId track, TrackSwitch to) {
    return api.call(merchant.invoices(), new UpdateInvoiceWordStatus(track, to, switchOperation));
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, Term term) {
    return api.call(merchant.invoices(), new GetInvoiceWordSetting(term.rocYear(), term.number()));
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, int rocYear) {
    return api.call(
        merchant.invoices(), new GetInvoiceWordSetting(rocYear, GetInvoiceWordSetting.ALL));
  }
}
