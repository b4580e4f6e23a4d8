-- Groups with their ledgers, accounts that are linked, and what the outbox must know to send to platforms.

CREATE TABLE "ChatGroup" (
  "platform" TEXT NOT NULL,
  "externalId" TEXT NOT NULL,
  "ledgerId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  PRIMARY KEY ("platform", "externalId")
);

CREATE TABLE "LinkCode" (
  "digest" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "usedAt" DATETIME,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "LinkAttempt" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Link" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "formerPersonId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "undoneAt" DATETIME
);

CREATE TABLE "SentMessage" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "turnId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL
);

ALTER TABLE "Entry" ADD COLUMN "fromLedgerId" TEXT;
ALTER TABLE "Outbox" ADD COLUMN "audience" TEXT;
ALTER TABLE "Outbox" ADD COLUMN "sentParts" TEXT;
ALTER TABLE "Outbox" ADD COLUMN "leaseOwner" TEXT;
ALTER TABLE "Outbox" ADD COLUMN "leaseUntil" DATETIME;

CREATE INDEX "Turn_personId_id_idx" ON "Turn"("personId", "id");
CREATE INDEX "Entry_fromLedgerId_idx" ON "Entry"("fromLedgerId");
CREATE INDEX "ChatGroup_ledgerId_idx" ON "ChatGroup"("ledgerId");
CREATE INDEX "LinkCode_personId_createdAt_idx" ON "LinkCode"("personId", "createdAt");
CREATE INDEX "LinkAttempt_personId_createdAt_idx" ON "LinkAttempt"("personId", "createdAt");
CREATE INDEX "Link_personId_createdAt_idx" ON "Link"("personId", "createdAt");
CREATE INDEX "Link_formerPersonId_idx" ON "Link"("formerPersonId");
CREATE INDEX "SentMessage_turnId_idx" ON "SentMessage"("turnId");
