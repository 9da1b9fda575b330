/** What happens later: follow-ups on db-scheduler, in the transactions of the books. */
@NullMarked
package ecpay.app.jobs;

import org.jspecify.annotations.NullMarked;
