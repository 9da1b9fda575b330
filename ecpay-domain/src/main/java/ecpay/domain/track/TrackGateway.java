package ecpay.domain.track;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import java.util.List;

/** Port: ECPay's operations on number tracks. ECPay's "no data found" is an empty list. */
public interface TrackGateway {

  /**
   * GetGovInvoiceWordSetting: what the government allotted.
   *
   * @param rocYear last, this or next year
   */
  Answer<List<Allotment>> getGovInvoiceWordSetting(Merchant merchant, int rocYear);

  /** AddInvoiceWordSetting: a new track, approved but not enabled (D-12). */
  Answer<TrackId> addInvoiceWordSetting(Merchant merchant, Allotment allotment);

  /** UpdateInvoiceWordStatus; the same switch twice is as one (D-13). */
  Answer<Switched> updateInvoiceWordStatus(Merchant merchant, TrackId track, TrackSwitch to);

  /** GetInvoiceWordSetting: the tracks of a term, of every status and type. */
  Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, Term term);

  /** GetInvoiceWordSetting for all terms of a ROC year. */
  Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, int rocYear);

  /** ECPay has switched the track. */
  record Switched() {}
}
