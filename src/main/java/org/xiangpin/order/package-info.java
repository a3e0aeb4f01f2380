/**
 * Orders (订单), from being placed to being received: placing holds stock for ten minutes, paying
 * sells it, an unpaid hold lapses, producers pack and ship.
 *
 * <p>States: placed 已下单 → paid 已付款 → shipped 已发货 → received 已收货 → completed 已完成; cancelled 已取消,
 * expired 已过期. {@link org.xiangpin.order.OrderState} holds what may follow what.
 *
 * <p>Locks are taken in one order everywhere: the order's row, its payments, then stock by lot or
 * the lots. Buyers' names, phones and addresses stand in {@link org.xiangpin.order.Recipient} and
 * are never logged.
 *
 * <p>Owns the tables {@code customer_order} and {@code order_line}. May import {@code payment},
 * {@code parcel} and below.
 */
package org.xiangpin.order;
