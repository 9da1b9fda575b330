/** What an accountant takes out of the books for a two-month term: lists and the sums over them. */
@NullMarked
package ecpay.domain.bookkeeping;

import org.jspecify.annotations.NullMarked;
