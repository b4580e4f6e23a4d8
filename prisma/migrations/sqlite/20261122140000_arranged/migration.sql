-- What people arrange to happen by itself: entries that come again, own thresholds, mail.

ALTER TABLE "Entry" ADD COLUMN "scheduleId" TEXT;
CREATE INDEX "Entry_scheduleId_idx" ON "Entry"("scheduleId");

ALTER TABLE "SentMessage" ADD COLUMN "unasked" TEXT;

ALTER TABLE "AlertSettings" ADD COLUMN "email" TEXT;
ALTER TABLE "AlertSettings" ADD COLUMN "emailTakes" TEXT;
ALTER TABLE "AlertSettings" ADD COLUMN "fallback" TEXT;
ALTER TABLE "AlertSettings" ADD COLUMN "pausedAt" DATETIME;
ALTER TABLE "AlertSettings" ADD COLUMN "pausedOn" TEXT;

CREATE TABLE "MailCode" (
  "digest" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "usedAt" DATETIME,
  "createdAt" DATETIME NOT NULL
);

CREATE INDEX "MailCode_personId_createdAt_idx" ON "MailCode"("personId", "createdAt");

CREATE TABLE "Watch" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "ledgerId" TEXT NOT NULL,
  "amountMinor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  "per" TEXT NOT NULL,
  "categoryId" TEXT,
  "merchant" TEXT,
  "merchantKey" TEXT,
  "createdAt" DATETIME NOT NULL
);

CREATE INDEX "Watch_personId_ledgerId_idx" ON "Watch"("personId", "ledgerId");
CREATE INDEX "Watch_ledgerId_idx" ON "Watch"("ledgerId");
