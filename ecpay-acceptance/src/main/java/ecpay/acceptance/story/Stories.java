package ecpay.acceptance.story;

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
        new MoneyOfEcpaysPageGoesBack(cast, reference + "-page-back"));
  }
}
