-- What was said unasked, held back or dropped, and how people want to be spoken to.

CREATE TABLE "Notice" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "ledgerId" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "bucket" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "stakeMinor" BIGINT NOT NULL,
  "facts" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "reason" TEXT,
  "messageId" TEXT,
  "conversation" TEXT,
  "createdAt" DATETIME NOT NULL,
  "decidedAt" DATETIME NOT NULL,
  "toldAt" DATETIME,
  "answeredAt" DATETIME
);

CREATE TABLE "AlertSettings" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "alerts" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "digestTime" TEXT NOT NULL,
  "quietFrom" TEXT,
  "quietTo" TEXT,
  "mutedUntil" DATETIME,
  "weeklyMost" INTEGER NOT NULL,
  "urgent" TEXT NOT NULL,
  "turnId" TEXT,
  "askedAt" DATETIME,
  "updatedAt" DATETIME NOT NULL
);

CREATE UNIQUE INDEX "Notice_personId_ledgerId_key_bucket_key" ON "Notice"("personId", "ledgerId", "key", "bucket");
CREATE INDEX "Notice_personId_ledgerId_state_decidedAt_idx" ON "Notice"("personId", "ledgerId", "state", "decidedAt");
CREATE INDEX "Notice_messageId_idx" ON "Notice"("messageId");
