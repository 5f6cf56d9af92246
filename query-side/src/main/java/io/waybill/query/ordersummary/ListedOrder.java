package io.waybill.query.ordersummary;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row without its lines, which a list has no use for and which may be a thousand. */
@Entity
@Immutable
@Table(name = "ordersummary")
class ListedOrder extends OrderColumns {}
