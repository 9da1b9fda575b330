/** Whether we are alive and ready, and how we are doing, for machines. */
@NullMarked
package ecpay.app.web.health;

import org.jspecify.annotations.NullMarked;
