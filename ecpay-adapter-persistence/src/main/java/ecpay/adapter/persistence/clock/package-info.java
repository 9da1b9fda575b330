/** What the database's clock says beside this machine's, so that all nodes share one time. */
@NullMarked
package ecpay.adapter.persistence.clock;

import org.jspecify.annotations.NullMarked;
