/** One time for all nodes of a database: its own, measured, not asked for at each look. */
@NullMarked
package ecpay.app.clock;

import org.jspecify.annotations.NullMarked;
