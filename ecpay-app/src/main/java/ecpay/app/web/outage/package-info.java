/** What is answered while the books do not answer: to programs, to buyers and to people. */
@NullMarked
package ecpay.app.web.outage;

import org.jspecify.annotations.NullMarked;
