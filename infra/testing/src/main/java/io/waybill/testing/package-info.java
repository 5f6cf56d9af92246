/**
 * Real servers for tests, started once for a test run: containers where Docker runs, child processes elsewhere. Test
 * code only; no test data of the business.
 */
@NullMarked
package io.waybill.testing;

import org.jspecify.annotations.NullMarked;
