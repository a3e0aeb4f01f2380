/**
 * Filing (上报追溯数据): the subjects (主体), batches that came in (入库批次) and went out (出库批次), the stages
 * and the links between batches of a county, a township or one producer, for a period, as JSON or
 * as a spreadsheet. Shaped after NY/T 4712-2025, whose text is not at hand: the field names are
 * ours, and every file says so.
 *
 * <p>Written row by row, so that the largest file needs no more memory than the smallest. Owns no
 * table and reads those of the features below. Holds names of persons: whoever takes a file along
 * stands in the access log.
 */
package org.xiangpin.filing;
