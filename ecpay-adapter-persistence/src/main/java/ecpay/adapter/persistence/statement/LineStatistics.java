package ecpay.adapter.persistence.statement;

import org.jdbi.v3.core.Handle;

/**
 * What the database knows of the lines while a long file comes in. Its own look at them
 * (autovacuum) can come a minute too late: until then it takes the lines of a merchant's first file
 * for a handful, and reads all of them for each that is asked for.
 */
final class LineStatistics {
  private static final long FEW = 1_000;

  private LineStatistics() {}

  /** Lets the database look whenever the lines of a file have grown tenfold. */
  static void refresh(Handle handle, long before, long after) {
    if (after >= FEW && digits(after) > digits(before)) {
      handle.execute("ANALYZE (SKIP_LOCKED) statement_line");
    }
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }
}
