package org.xiangpin.trace;

import java.time.LocalDate;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Product;

/**
 * What the producer's side states about a lot.
 *
 * @param plot may be null
 * @param harvestedOn day in China
 * @param grams above 0, at most 10^10
 */
public record LotFacts(Product product, Plot plot, LocalDate harvestedOn, long grams) {}
