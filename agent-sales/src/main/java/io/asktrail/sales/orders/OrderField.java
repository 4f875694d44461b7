package io.asktrail.sales.orders;

/** What a line of an order file tells. */
enum OrderField {
    ORDER_ID,
    DATE,
    STATUS,
    FULFILMENT,
    SALES_CHANNEL,
    SERVICE_LEVEL,
    STYLE,
    SKU,
    CATEGORY,
    SIZE,
    ASIN,
    COURIER_STATUS,
    QUANTITY,
    CURRENCY,
    AMOUNT,
    CITY,
    STATE,
    POSTAL_CODE,
    PROMOTIONS,
    B2B
}
