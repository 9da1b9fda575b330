package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import java.util.HashMap;
import java.util.Map;

/** What the tax authority knows; whatever was not told here does not exist. */
public final class ScriptedChecks implements CheckGateway {
  private final Wire wire;
  private final Map<Subject, Finding> known = new HashMap<>();
  private Finding others = new Finding.DoesNotExist();

  public ScriptedChecks(Wire wire) {
    this.wire = wire;
  }

  /** From now on this is the answer about every subject that is not known otherwise. */
  public void answerOthers(Finding finding) {
    others = finding;
  }

  /** From now on this is the answer about a subject. */
  public void know(Subject subject, Finding finding) {
    known.put(subject, finding);
  }

  @Override
  public Answer<Finding> checkBarcode(Merchant merchant, Carrier.MobileBarcode barcode) {
    return ask("CheckBarcode", new Subject.Barcode(barcode));
  }

  @Override
  public Answer<Finding> checkLoveCode(Merchant merchant, LoveCode loveCode) {
    return ask("CheckLoveCode", new Subject.Donation(loveCode));
  }

  @Override
  public Answer<Finding> getCompanyNameByTaxID(Merchant merchant, CompanyNumber number) {
    return ask("GetCompanyNameByTaxID", new Subject.Business(number));
  }

  private Answer<Finding> ask(String operation, Subject subject) {
    return wire.call(operation, () -> new Answer.Accepted<>(known.getOrDefault(subject, others)));
  }
}
