/**
 * A PostgreSQL of our own for whoever has none: unpacked beside its data folder, listening on this
 * machine only, and able to start again whatever killed the last run.
 *
 * <p>What is half done never carries its final name: binaries and clusters are made under another
 * name and renamed when they are complete. A run holds a lock on its data folder as long as it
 * lives, so a server that is found running without such a holder is an orphan and is stopped.
 */
@NullMarked
package ecpay.adapter.persistence.embedded;

import org.jspecify.annotations.NullMarked;
