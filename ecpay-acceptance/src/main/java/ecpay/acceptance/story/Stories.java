package ecpay.acceptance.story;

import ecpay.acceptance.story.invoicing.ASplitOrder;
import ecpay.acceptance.story.invoicing.AVoidIsRefused;
import ecpay.acceptance.story.invoicing.AWrongCompanyNumber;
import ecpay.acceptance.story.invoicing.AnInvoiceIsTriggered;
import ecpay.acceptance.story.invoicing.AnInvoiceIsVoided;
import ecpay.acceptance.story.invoicing.AnInvoiceWaits;
import ecpay.acceptance.story.invoicing.NumbersRunOut;
import ecpay.acceptance.story.invoicing.TheTaxAuthority;
import ecpay.acceptance.story.operating.TheAccountantClosesTheTerm;
import ecpay.acceptance.story.operating.TheCommandLine;
import ecpay.acceptance.story.operating.TheFilesAreCompared;
import ecpay.acceptance.story.paying.ABuyerFailsThenPays;
import ecpay.acceptance.story.paying.ACodeGetsLost;
import ecpay.acceptance.story.paying.AContractRunsDry;
import ecpay.acceptance.story.paying.AFormOpens;
import ecpay.acceptance.story.paying.AMemberBindsACard;
import ecpay.acceptance.story.paying.APaymentGetsLost;
import ecpay.acceptance.story.paying.CardsOfEveryKind;
import ecpay.acceptance.story.paying.CodesForBankAndShop;
import ecpay.acceptance.story.paying.CodesOfEcpaysPage;
import ecpay.acceptance.story.paying.EverythingAtEcpay;
import ecpay.acceptance.story.paying.MoneyForAPerson;
import ecpay.acceptance.story.paying.TeaEveryMonth;
import ecpay.acceptance.story.paying.TheLargestOrder;
import ecpay.acceptance.story.wayback.AnAllowanceGetsLost;
import ecpay.acceptance.story.wayback.AnAuthorizationAges;
import ecpay.acceptance.story.wayback.AnOnlineReturnIsTakenBack;
import ecpay.acceptance.story.wayback.AnOrderIsCalledOff;
import ecpay.acceptance.story.wayback.GoodsComeBackOnPaper;
import ecpay.acceptance.story.wayback.InstalmentsGoBackWhole;
import ecpay.acceptance.story.wayback.MoneyOfEcpaysPageGoesBack;
import ecpay.acceptance.story.wayback.OtherWaysGoBack;
import ecpay.acceptance.story.wayback.PartOfTheMoneyGoesBack;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Story;
import java.util.List;

/** The table of contents. */
public final class Stories {
  private Stories() {}

  /**
   * All stories. Days pass in the later ones.
   *
   * @param reference begins the shop's number of every order
   */
  public static List<Story> all(Cast cast, String reference) {
    return List.of(
        new AFormOpens(cast, reference + "-form"),
        new FirstLight(cast, reference + "-first-light"),
        new APaymentGetsLost(cast, reference + "-lost-payment"),
        new AnAllowanceGetsLost(cast, reference + "-lost-allowance"),
        new CardsOfEveryKind(cast, reference + "-cards"),
        new CodesForBankAndShop(cast, reference + "-codes"),
        new EverythingAtEcpay(cast, reference + "-hosted"),
        new CodesOfEcpaysPage(cast, reference + "-hosted-codes"),
        new ACodeGetsLost(cast, reference + "-lost-code"),
        new MoneyForAPerson(cast, reference + "-odd-money"),
        new AMemberBindsACard(cast, reference + "-bound"),
        new ABuyerFailsThenPays(cast, reference + "-second-try"),
        new TheLargestOrder(cast, reference + "-largest"),
        new AnInvoiceIsVoided(cast, reference + "-void"),
        new AVoidIsRefused(cast, reference + "-no-void"),
        new AWrongCompanyNumber(cast, reference + "-company"),
        new TheTaxAuthority(cast, reference + "-authority"),
        new ASplitOrder(cast, reference + "-split"),
        new GoodsComeBackOnPaper(cast, reference + "-paper"),
        new AnInvoiceIsTriggered(cast, reference + "-trigger"),
        new AnInvoiceWaits(cast, reference + "-waits"),
        new AnOnlineReturnIsTakenBack(cast, reference + "-online"),
        new AnOrderIsCalledOff(cast, reference + "-called-off"),
        new PartOfTheMoneyGoesBack(cast, reference + "-part-back"),
        new OtherWaysGoBack(cast, reference + "-by-hand"),
        new TheCommandLine(cast, reference + "-terminal"),
        new NumbersRunOut(cast, reference + "-numbers"),
        new TheAccountantClosesTheTerm(cast, reference + "-term"),
        new TheFilesAreCompared(cast, reference + "-files"),
        new TeaEveryMonth(cast, reference + "-monthly"),
        new AContractRunsDry(cast, reference + "-dry"),
        new MoneyOfEcpaysPageGoesBack(cast, reference + "-page-back"),
        new InstalmentsGoBackWhole(cast, reference + "-whole"),
        new AnAuthorizationAges(cast, reference + "-ages"));
  }
}
