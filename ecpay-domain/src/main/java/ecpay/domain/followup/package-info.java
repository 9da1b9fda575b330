/** What must happen later because of what happened now, scheduled in the same transaction. */
@NullMarked
package ecpay.domain.followup;

import org.jspecify.annotations.NullMarked;
