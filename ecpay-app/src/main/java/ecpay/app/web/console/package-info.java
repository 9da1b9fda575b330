/**
 * Pages for the people of the shop: what all their rooms need, the log-in, the forms that are taken
 * only from our own pages, tables and timelines.
 */
@NullMarked
package ecpay.app.web.console;

import org.jspecify.annotations.NullMarked;
