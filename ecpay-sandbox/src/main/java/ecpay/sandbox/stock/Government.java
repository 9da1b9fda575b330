package ecpay.sandbox.stock;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What the government has allotted: no number to two merchants, and none twice. */
final class Government {
  /** How many allotments fit; a restart empties all. */
  private static final int CAPACITY = 10_000;

  /** Numbers in an automatic allotment: more than the ledger holds invoices. */
  private static final long SLOT = 1_000_000;

  private static final int SLOTS = 89;
  private static final long LOWEST = 10_000_000;

  private final List<Allotment> allotments = new ArrayList<>();
  private final int firstSlot;
  private final long offset;

  /**
   * Where the automatic allotments start is drawn by lot: this ledger forgets everything when it
   * closes, and the books of the platforms that it serves must not meet the numbers of an earlier
   * one again.
   */
  Government() {
    var lot = new SecureRandom();
    firstSlot = lot.nextInt(SLOTS);
    offset = Allotment.BOOK * (long) lot.nextInt((int) (SLOT / Allotment.BOOK));
  }

  void allot(Allotment allotment) {
    if (allotments.size() >= CAPACITY) {
      throw new IllegalArgumentException("there are too many allotments; start the sandbox anew");
    }
    if (allotments.stream().anyMatch(allotment::overlaps)) {
      throw new IllegalArgumentException("a part of these numbers is allotted already");
    }
    allotments.add(allotment);
  }

  /** Allots a million numbers that nobody has, under the letters of the term. */
  Allotment allotAnywhere(String merchantId, Term term, String invType) {
    for (int i = 0; i < SLOTS; i++) {
      var first = LOWEST + (firstSlot + i) % SLOTS * SLOT + offset;
      var free = new Allotment(merchantId, term, invType, term.letters(), first, first + SLOT - 1);
      if (allotments.stream().noneMatch(free::overlaps)) {
        allot(free);
        return free;
      }
    }
    throw new IllegalStateException("no numbers are left for one more merchant in this term");
  }
}
