import { sendFile } from './upload.js'

const LONGEST_EDGE = 1920
const SMALL_ENOUGH = 600_000

/**
 * Sends one picture.
 * @param {Blob} file
 * @param {string} key the same for each try
 * @param {(share: number) => void} onProgress from 0 to 1
 * @returns {Promise<Api.Photo>}
 */
export const upload = async (file, key, onProgress) =>
  sendFile('/photos', await shrunk(file), 'picture', key, onProgress)

/**
 * As small as it will be kept: a slow line carries a tenth. What this browser cannot draw is sent as it is.
 * @param {Blob} file
 */
async function shrunk(file) {
  if (file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return small instanceof Blob && small.size < file.size ? small : file
  } catch {
    return file
  }
}
