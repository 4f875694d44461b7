/** The name of the product and its sign: a trail from a question to a number. */
export function Mark() {
  return (
    <span class="mark">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="9" class="mark-ground" />
        <path d="M8 23c5 0 4-8 8-8s3-6 8-6" class="mark-trail" />
        <circle cx="8" cy="23" r="2.6" fill="#fff" />
        <circle cx="24" cy="9" r="2.6" fill="#f2b34b" />
      </svg>
      <span>Asktrail</span>
    </span>
  );
}
