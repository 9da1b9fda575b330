/**
 * The files that an accountant takes out of the books for a two-month term: CSV for Excel, written
 * row by row.
 */
@NullMarked
package ecpay.app.bookkeeping;

import org.jspecify.annotations.NullMarked;
