package ecpay.acceptance.telling;

import java.util.List;

/** Something that a merchant lives through, played through the API and the buyer's pages only. */
public interface Story {

  /** Why ECPay's stage environment cannot play it; empty when it can. */
  List<StageLimit> whyNotOnStage();

  /** Plays it, and gives every fact that must hold at the end. */
  List<Fact> play();
}
