-- Leaves are hashed when they are handed in: the tree takes 32 bytes of each and need not read the
-- entries again.
alter table log_batch add column
  -- of the leaves, 32 bytes each; null of batches handed in before, which are hashed when the tree
  -- takes them
  hashes varbinary(8192) null;
