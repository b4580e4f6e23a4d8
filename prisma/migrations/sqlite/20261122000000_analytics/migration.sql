-- Sums kept beside the entries, exchange rates, goals, dismissed findings, and the history of queries.

ALTER TABLE "Person" ADD COLUMN "name" TEXT;
ALTER TABLE "LinkCode" ADD COLUMN "turnId" TEXT;
ALTER TABLE "Ledger" ADD COLUMN "currency" TEXT;
ALTER TABLE "Ledger" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Entry" ADD COLUMN "homeMinor" BIGINT;

CREATE TABLE "Rate" (
  "ledgerId" TEXT NOT NULL,
  "base" TEXT NOT NULL,
  "quote" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "rate" TEXT NOT NULL,
  PRIMARY KEY ("ledgerId", "base", "quote", "day")
);

CREATE TABLE "DayTotal" (
  "ledgerId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "categoryId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "minor" BIGINT NOT NULL,
  "homeMinor" BIGINT NOT NULL,
  "unvalued" INTEGER NOT NULL,
  "unvaluedMinor" BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY ("ledgerId", "day", "categoryId", "kind", "currency")
);

CREATE TABLE "MerchantMonth" (
  "ledgerId" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "merchantKey" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "minor" BIGINT NOT NULL,
  "homeMinor" BIGINT NOT NULL,
  "unvalued" INTEGER NOT NULL,
  "unvaluedMinor" BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY ("ledgerId", "month", "merchantKey", "kind", "currency")
);

CREATE TABLE "SqlQuery" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "turnId" TEXT,
  "question" TEXT,
  "sql" TEXT NOT NULL,
  "shape" TEXT NOT NULL,
  "shapeDigest" TEXT NOT NULL,
  "rowCount" INTEGER,
  "milliseconds" INTEGER NOT NULL,
  "scannedRows" BIGINT,
  "layer" TEXT,
  "error" TEXT,
  "suggestion" TEXT,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Goal" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameKey" TEXT NOT NULL,
  "amountMinor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  "startDay" TEXT NOT NULL,
  "byDay" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "Dismissal" (
  "ledgerId" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "fact" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  PRIMARY KEY ("ledgerId", "key")
);

CREATE INDEX "DayTotal_ledgerId_categoryId_day_idx" ON "DayTotal"("ledgerId", "categoryId", "day");
CREATE INDEX "MerchantMonth_ledgerId_merchantKey_month_idx" ON "MerchantMonth"("ledgerId", "merchantKey", "month");
CREATE INDEX "SqlQuery_personId_ledgerId_id_idx" ON "SqlQuery"("personId", "ledgerId", "id");
CREATE INDEX "SqlQuery_shapeDigest_createdAt_idx" ON "SqlQuery"("shapeDigest", "createdAt");
CREATE INDEX "SqlQuery_createdAt_idx" ON "SqlQuery"("createdAt");
CREATE UNIQUE INDEX "Goal_ledgerId_nameKey_key" ON "Goal"("ledgerId", "nameKey");

INSERT INTO "DayTotal" ("ledgerId", "day", "categoryId", "kind", "currency", "count", "minor", "homeMinor", "unvalued", "unvaluedMinor")
SELECT "ledgerId", "day", "categoryId", "kind", "currency", COUNT(*), SUM("amountMinor"), 0, COUNT(*), SUM("amountMinor")
FROM "Entry" WHERE "deletedAt" IS NULL GROUP BY "ledgerId", "day", "categoryId", "kind", "currency";

INSERT INTO "MerchantMonth" ("ledgerId", "month", "merchantKey", "kind", "currency", "count", "minor", "homeMinor", "unvalued", "unvaluedMinor")
SELECT "ledgerId", SUBSTR("day", 1, 7), COALESCE("merchantKey", ''), "kind", "currency", COUNT(*), SUM("amountMinor"), 0, COUNT(*), SUM("amountMinor")
FROM "Entry" WHERE "deletedAt" IS NULL GROUP BY "ledgerId", SUBSTR("day", 1, 7), COALESCE("merchantKey", ''), "kind", "currency";
